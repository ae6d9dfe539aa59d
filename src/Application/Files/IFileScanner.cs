namespace CleanApi.Application.Files;

/// <summary>Looks for what harms whoever opens a file.</summary>
public interface IFileScanner
{
    /// <summary>Whether the bytes may be kept.</summary>
    /// <param name="content">All bytes of a file, from its beginning; it stays open.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="Domain.Errors.ServiceUnavailableError">It cannot be told: the scanner is gone, or says what nobody understands.</exception>
    Task<bool> IsCleanAsync(Stream content, CancellationToken cancellationToken);
}
