import ArgumentParser
import SessionEngine

extension ReportFormat: ExpressibleByArgument {}
