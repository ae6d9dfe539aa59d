namespace CleanApi.Application.Common.Mail;

/// <summary>An address of our own, or of the operator's front end, in a mail. Only these are links there; a text from a person is never one.</summary>
/// <param name="Address">Absolute.</param>
public readonly record struct MailLink(string Address)
{
    /// <summary>Without the address, which may hold a token.</summary>
    public override string ToString() => nameof(MailLink);
}
