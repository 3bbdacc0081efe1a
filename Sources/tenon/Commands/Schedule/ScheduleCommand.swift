import ArgumentParser

/// `tenon schedule`: scripts that run by themselves.
struct ScheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Run scripts by cron expressions or on working days; list what became of them.",
    subcommands: [
      ScheduleList.self, ScheduleAdd.self, ScheduleChange.self, ScheduleShow.self,
      ScheduleNext.self, ScheduleHistory.self, ScheduleOutput.self, ScheduleRun.self,
      SchedulePause.self, ScheduleResume.self, ScheduleRemove.self, ScheduleRunDue.self,
      ScheduleDaemon.self, ScheduleExecute.self,
    ],
    defaultSubcommand: ScheduleList.self)
}
