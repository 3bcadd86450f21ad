import Foundation

/// What `pip install --report` writes of what it has installed.
///
/// Source: pip's "Installation Report" reference, version 1 of the format, pip 22.2 and later.
struct PipReport: Decodable, Sendable {
  struct Item: Decodable, Sendable {
    struct Metadata: Decodable, Sendable {
      let name: String
      let version: String
    }

    struct Download: Decodable, Sendable {
      struct Archive: Decodable, Sendable {
        let hash: String?
        let hashes: [String: String]?
      }

      let url: String
      let archive: Archive?

      enum CodingKeys: String, CodingKey {
        case url
        case archive = "archive_info"
      }

      /// Nil when pip did not count it, as for a file on this machine.
      var sha256: String? {
        archive?.hashes?["sha256"]
          ?? archive?.hash.flatMap { $0.hasPrefix("sha256=") ? String($0.dropFirst(7)) : nil }
      }

      /// The absolute path of a file on this machine; nil for one from elsewhere.
      var path: String? {
        url.hasPrefix("file:") ? URL(string: url)?.path(percentEncoded: false) : nil
      }
    }

    let metadata: Metadata
    let download: Download
    /// Whether it was asked for by its place and not by its name.
    let isDirect: Bool

    enum CodingKeys: String, CodingKey {
      case metadata
      case download = "download_info"
      case isDirect = "is_direct"
    }
  }

  let items: [Item]

  enum CodingKeys: String, CodingKey {
    case items = "install"
  }

  init(file: String) throws {
    self = try JSONDecoder().decode(PipReport.self, from: Data(contentsOf: URL(filePath: file)))
  }
}
