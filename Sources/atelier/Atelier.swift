import AtelierApp
import CPosix

@main
struct Atelier {
  static func main() async {
    if CommandLine.argc > 1, CommandLine.arguments[1] == ATELIER_SUPERVISE_ARGUMENT {
      atelier_supervise(CommandLine.argc, CommandLine.unsafeArgv)
    }
    if CommandLine.argc > 1, CommandLine.arguments[1] == ATELIER_GUARD_ARGUMENT {
      atelier_guard(CommandLine.argc, CommandLine.unsafeArgv)
    }
    await AtelierCommand.start()
  }
}
