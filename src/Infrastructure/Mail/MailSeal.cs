using System.Text.Json;
using CleanApi.Application.Common.Security;

namespace CleanApi.Infrastructure.Mail;

/// <summary>A mail's content as it is stored: it can be read under its own id only, and not with what a copy of the database holds.</summary>
internal sealed class MailSeal(ISecretProtector protector)
{
    private const string Purpose = "mail";

    /// <summary>Encrypts.</summary>
    public byte[] Close(Guid id, MailContent content) => protector.Protect(Purpose, id.ToString("D"), JsonSerializer.SerializeToUtf8Bytes(content));

    /// <summary>Decrypts.</summary>
    /// <exception cref="InvalidOperationException">It was encrypted with another key, or is another mail's.</exception>
    public MailContent Open(QueuedMail mail) =>
        mail.EncryptedContent is { } stored && protector.Unprotect(Purpose, mail.Id.ToString("D"), stored) is { } bytes
            ? JsonSerializer.Deserialize<MailContent>(bytes)!
            : throw new InvalidOperationException("The mail cannot be decrypted: it was stored under another data key.");
}
