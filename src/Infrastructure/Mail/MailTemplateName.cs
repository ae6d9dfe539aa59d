using System.Text.Json;

namespace CleanApi.Infrastructure.Mail;

/// <summary>The name of a mail's templates, from that of its record.</summary>
internal static class MailTemplateName
{
    private const string Suffix = "Mail";

    /// <summary><c>ResetPasswordMail</c>: <c>reset-password</c>.</summary>
    /// <exception cref="ArgumentException">The record's name does not end in Mail.</exception>
    public static string Of(Type mail) => mail.Name.EndsWith(Suffix, StringComparison.Ordinal) && mail.Name.Length > Suffix.Length
        ? JsonNamingPolicy.KebabCaseLower.ConvertName(mail.Name[..^Suffix.Length])
        : throw new ArgumentException($"{mail.Name} has to be named …Mail.", nameof(mail));
}
