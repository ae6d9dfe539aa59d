namespace CleanApi.Infrastructure.Mail;

/// <summary>Where mails become files while no mail server is set.</summary>
/// <param name="Path">The folder; null where a mail server is set.</param>
public sealed record MailFolder(string? Path);
