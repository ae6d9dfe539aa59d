using CleanApi.Domain.Files;

namespace CleanApi.Application.Files;

/// <summary>Where the bytes of files are. They are written whole or not at all, under an id that is used once.</summary>
public interface IFileStore
{
    /// <summary>Stores the bytes of a file as they come; memory does not grow with them. Once it returns, they outlast a crash of the program.</summary>
    /// <exception cref="Domain.Errors.PayloadTooLargeError">There are more than <see cref="StoredFile.MaxSize"/>; the rest is not read.</exception>
    /// <exception cref="Domain.Errors.ValidationError">They are of another type.</exception>
    /// <exception cref="Domain.Errors.ServiceUnavailableError">The storage is gone or full.</exception>
    Task<StoredContent> WriteAsync(StoredFileId id, FileType type, Stream content, CancellationToken cancellationToken);

    /// <summary>Opens the bytes of a file to be read from any position.</summary>
    /// <exception cref="Domain.Errors.ServiceUnavailableError">The storage is gone, or has lost them.</exception>
    Task<Stream> OpenReadAsync(StoredFileId id, CancellationToken cancellationToken);

    /// <summary>Deletes the bytes of a file; nothing where there are none.</summary>
    /// <exception cref="Domain.Errors.ServiceUnavailableError">The storage is gone.</exception>
    Task DeleteAsync(StoredFileId id);
}
