namespace CleanApi.Infrastructure.Mail;

/// <summary>A mail as people read it.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Text">As plain text.</param>
/// <param name="Html">As a page.</param>
internal sealed record MailText(string Subject, string Text, string Html)
{
    /// <summary>Without its links.</summary>
    public override string ToString() => nameof(MailText);
}
