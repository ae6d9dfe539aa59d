using CleanApi.Domain.Files;

namespace CleanApi.Application.Files;

/// <summary>Makes avatars of what people upload.</summary>
public interface IAvatarMaker
{
    /// <summary>Makes an avatar of a picture: its middle, upright, as pixels alone. Nothing else of what was sent is in it.</summary>
    /// <exception cref="Domain.Errors.PayloadTooLargeError">There are more bytes than <see cref="StoredFile.MaxSize"/>; the rest is not read.</exception>
    /// <exception cref="Domain.Errors.ValidationError">It is of another type, broken, or has too many pixels; those are not decoded.</exception>
    /// <exception cref="Domain.Errors.ServiceUnavailableError">Too many are made at the moment.</exception>
    Task<Avatar> MakeAsync(FileType type, Stream content, CancellationToken cancellationToken);
}
