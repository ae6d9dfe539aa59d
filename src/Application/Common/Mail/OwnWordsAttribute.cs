namespace CleanApi.Application.Common.Mail;

/// <summary>
/// The value is not chosen by a person: a mail shows it as it is, in its sentences and its subject. Every other text stands apart, on a line of its own, and is kept from
/// becoming a link.
/// </summary>
/// <param name="reason">Whose words they are.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OwnWordsAttribute(string reason) : Attribute
{
    /// <summary>Whose words they are.</summary>
    public string Reason { get; } = reason;
}
