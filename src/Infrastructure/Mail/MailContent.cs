namespace CleanApi.Infrastructure.Mail;

/// <summary>What a mail says to whom.</summary>
/// <param name="To">The recipient's address.</param>
/// <param name="Values">What the templates show, by placeholder.</param>
internal sealed record MailContent(string To, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Without addresses and links.</summary>
    public override string ToString() => nameof(MailContent);
}
