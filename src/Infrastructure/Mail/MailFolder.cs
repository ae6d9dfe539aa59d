using CleanApi.Infrastructure.EmbeddedPostgres;
using CleanApi.Infrastructure.Settings;

namespace CleanApi.Infrastructure.Mail;

/// <summary>Where mails become files while no mail server is set.</summary>
/// <param name="Path">The folder; null where a mail server is set.</param>
public sealed record MailFolder(string? Path)
{
    /// <summary>Makes sure that mails can be written.</summary>
    /// <exception cref="StartException">They cannot; names the setting.</exception>
    internal void Require()
    {
        if (Path is null)
        {
            return;
        }

        try
        {
            SecretFile.CreateOwnDirectory(Path);
            var probe = System.IO.Path.Combine(Path, $".{Guid.NewGuid():N}");
            SecretFile.OpenNew(probe).Dispose();
            File.Delete(probe);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartException(
                $"Email__Directory: mails cannot be written to {Path} ({exception.Message.TrimEnd('.')}). Name a directory that this user may write to, or a mail server in Email__Smtp__Host.",
                exception);
        }
    }
}
