import Console
import Foundation
import SessionEngine

/// What is looked for in an exercise's folder, and its pictures.
extension EffectHandler {
  func listPictures(of id: String) {
    onFilesOfExercise { [post] files in
      if let pictures = await files.pictures(of: id) {
        post(.exercise(.pictures(exercise: id, pictures)))
      }
    }
  }

  func lookAtFiles(of id: String) {
    onFilesOfExercise { [post] files in
      guard let change = await files.changes(of: id) else { return }
      post(.exercise(.filesChanged(exercise: id, change.paths, files: change.files)))
    }
  }

  /// A newer size of a picture ends the drawing of an older one.
  func render(_ request: PictureRequest) {
    let key = "\(request.exercise)/\(request.file.path)"
    drawings[key]?.cancel()
    let (files, renderer, post) = (files, pictures, post)
    drawings[key] = Task.detached {
      guard let place = await files.place(of: request.file.path, in: request.exercise) else {
        return
      }
      guard let state = try? await renderer.render(request, file: place), !Task.isCancelled else {
        return
      }
      post(.exercise(.picture(state)))
    }
  }

  func openPicture(_ path: String, of id: String) {
    let (files, opener, post) = (files, opener, post)
    Task.detached {
      guard let place = await files.place(of: path, in: id) else { return }
      if await opener.open(place) {
        post(.told(Notice(.information, "Opened \(place)")))
      } else {
        post(.exercise(.pictureLies(at: place)))
      }
    }
  }
}
