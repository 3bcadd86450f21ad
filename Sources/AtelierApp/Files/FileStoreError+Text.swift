extension FileStoreError: CustomStringConvertible {
  /// What happened, where, and the remedy.
  var description: String {
    switch self {
    case .notFound(let path):
      "There is no file at \(path). Check the path, or save a new file there."
    case .notAFile(let path):
      "\(path) is not a regular file. Open one of the files in it instead."
    case .tooLarge(let path, let bytes, let limit):
      "\(path) has \(bytes) bytes, and the editor opens at most \(limit). "
        + "Open it in another editor, or cut it down."
    case .notUTF8(let path, let offset):
      "\(path) is not UTF-8: byte \(offset) does not fit. "
        + "Convert it, for example with: iconv -f LATIN1 -t UTF-8"
    case .binary(let path, let offset):
      "\(path) is not a text file: byte \(offset) is zero. Open it with the program it is made for."
    case .readOnly(let path, let reason):
      "\(path) was not saved: \(reason)."
    case .changedOnDisk(let path):
      "\(path) was not saved: something else changed it since it was opened. "
        + "Save again to replace it, or open it anew."
    case .removedOnDisk(let path):
      "\(path) was not saved: it was removed since it was opened. Save again to write it anew."
    case .alreadyExists(let path):
      "\(path) was not saved: there is a file already. Choose another name, or open that file."
    case .folderMissing(let path):
      "\(path) was not saved: its folder is gone. Make the folder again, then save."
    case .diskFull(let path, let reason):
      "\(path) was not saved: \(reason). Make room, then save again; the old file is untouched."
    case .tooManyLinks(let path):
      "\(path) leads through too many symbolic links. Remove the loop, then try again."
    case .system(let doing, let path, let reason):
      "\(doing) \(path) failed: \(reason). The file is as it was; mend that and try again."
    }
  }
}
