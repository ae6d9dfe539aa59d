using System.Text;
using CleanApi.Domain.Common;

namespace CleanApi.Application.Access;

/// <summary>Sanitizes the names of external users.</summary>
internal static class ExternalUserName
{
    private const string Suffix = "'s organization";

    // At the end of what was cut they join nothing any more.
    private static readonly char[] Joiners = ['\u200c', '\u200d'];

    // Neither the provider nor the address has anything to see.
    private const string Unnamed = "New user";

    /// <summary>The name from the provider; without one, the local part of the email address.</summary>
    public static string Of(ExternalUserInfo userInfo) =>
        Usable(userInfo.Name) ?? Usable(userInfo.VerifiedEmail!.Value.Value.Split('@')[0]) ?? Unnamed;

    /// <summary>The name of an organization, after its first administrator.</summary>
    public static string OrganizationOf(string name) => Clean(name, NameRule.Public.MaxLength - Suffix.Length) + Suffix;

    private static string? Usable(string? text) => Clean(text ?? "", NameRule.Public.MaxLength) is var name && NameRule.Public.Check(name) is null ? name : null;

    // In NFC, truncated between characters, and without control characters and links, because names go into mails to others. What else the rule refuses is left
    // in: such a name is not used, rather than changed into another one.
    private static string Clean(string text, int maxLength)
    {
        var visible = string.Concat(text.EnumerateRunes().Where(rune => !Rune.IsControl(rune) && rune.Value != Rune.ReplacementChar.Value));
        // Last: cutting can make a link of what was none.
        return LinkText.Without(string.Concat(Nfc.Of(visible).EnumerateRunes().Take(maxLength))).TrimEnd(Joiners).Trim();
    }
}
