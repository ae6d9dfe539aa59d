using System.Text;
using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Access;

/// <summary>What somebody is called who has not told us themselves: names from elsewhere, brought into the form that ours have.</summary>
internal static class ExternalUserName
{
    // What names of people and of organizations may have.
    private const int MaxLength = 100;
    private const string Suffix = "'s organization";

    /// <summary>The provider's name of the person; where it tells none, the part of the address before the @.</summary>
    public static string Of(ExternalUserInfo userInfo)
    {
        var told = Clean(userInfo.Name ?? "", MaxLength);
        return told.Length > 0 ? told : Clean(userInfo.VerifiedEmail!.Value.Value.Split('@')[0], MaxLength);
    }

    /// <summary>An organization's name, after a person.</summary>
    public static string OrganizationOf(string name) => Clean(name, MaxLength - Suffix.Length) + Suffix;

    // Whole characters, without those that are not seen, and without links: the name stands in mails to others.
    private static string Clean(string text, int maxLength)
    {
        var seen = string.Concat(text.EnumerateRunes().Where(rune => !Rune.IsControl(rune) && rune.Value != Rune.ReplacementChar.Value));
        return string.Concat(LinkText.Without(seen).EnumerateRunes().Take(maxLength)).Trim();
    }
}
