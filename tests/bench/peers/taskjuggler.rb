# B5 with TaskJuggler's own library: reads a project file, schedules it, prints the nanoseconds the
# scheduler took, then each task with its end in seconds since 1970.

require "taskjuggler/TaskJuggler"

def now = Process.clock_gettime(Process::CLOCK_MONOTONIC, :nanosecond)

juggler = TaskJuggler.new
juggler.parse([ARGV[0]]) || abort("the project file is refused")
began = now
juggler.schedule || abort("the project cannot be scheduled")
took = now - began

puts took
tasks = []
juggler.project.tasks.each { |task| tasks << task }
tasks.sort_by(&:fullId).each do |task|
  puts "#{task.fullId} #{task["end", 0].to_i}"
end
