using System.Text;
using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Access;

/// <summary>Sanitizes the names of external users.</summary>
internal static class ExternalUserName
{
    // The limit of names of users and of organizations.
    private const int MaxLength = 100;
    private const string Suffix = "'s organization";

    /// <summary>The name from the provider; without one, the local part of the email address.</summary>
    public static string Of(ExternalUserInfo userInfo)
    {
        var name = Clean(userInfo.Name ?? "", MaxLength);
        return name.Length > 0 ? name : Clean(userInfo.VerifiedEmail!.Value.Value.Split('@')[0], MaxLength);
    }

    /// <summary>The name of an organization, after its first administrator.</summary>
    public static string OrganizationOf(string name) => Clean(name, MaxLength - Suffix.Length) + Suffix;

    // Truncates between characters, and removes control characters and links, because names go into mails to others.
    private static string Clean(string text, int maxLength)
    {
        var visible = string.Concat(text.EnumerateRunes().Where(rune => !Rune.IsControl(rune) && rune.Value != Rune.ReplacementChar.Value));
        return string.Concat(LinkText.Without(visible).EnumerateRunes().Take(maxLength)).Trim();
    }
}
