using CleanApi.Application.Common.Services;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Application.Access;

/// <summary>Rules for new passwords: the policy, no common password, no personal data.</summary>
/// <param name="policy">The policy.</param>
/// <param name="common">The common passwords.</param>
[Service(ServiceLifetime.Singleton)]
internal sealed class PasswordRules(PasswordPolicy policy, ICommonPasswords common) : IPasswordRules
{
    // Shorter names, as Ann or Lee, occur in too many other words.
    private const int MinWordLength = 4;

    private const string Service = "cleanapi";

    /// <inheritdoc />
    public IReadOnlyList<ErrorDetail> Check(string password, string field, params IEnumerable<string?> personal)
    {
        List<ErrorDetail> errors = [.. policy.Check(password, field)];
        // What is too long is not worth the search for every word in it.
        if (!Nfc.Fits(password, PasswordPolicy.MaxLength))
        {
            return errors;
        }

        password = Nfc.Of(password);
        if (common.Contains(password))
        {
            errors.Add(new ErrorDetail(field, FieldCodes.TooCommon, "Password is one of the most common ones"));
        }

        if (personal.SelectMany(Words).Append(Service).Any(word => password.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            errors.Add(new ErrorDetail(field, FieldCodes.TooPersonal, "Password must not contain your address, your name or your organization's name"));
        }

        return errors;
    }

    /// <summary>Applies the rules to a field of a request, which is required.</summary>
    /// <param name="rule">The field.</param>
    /// <param name="personal">What everybody knows of the person: address, name, organization.</param>
    public IRuleBuilderOptions<T, string?> Apply<T>(IRuleBuilderInitial<T, string?> rule, Func<T, IEnumerable<string?>>? personal = null) =>
        rule.Cascade(CascadeMode.Stop)
            .NotNull().WithErrorCode(FieldCodes.Required).WithMessage("Password is required")
            .SetValidator(Validator(personal));

    /// <summary>The same for a password that can be left out.</summary>
    public IRuleBuilderOptions<T, string?> ApplyOptional<T>(IRuleBuilderInitial<T, string?> rule) => rule.SetValidator(Validator<T>(personal: null));

    private DocumentedValidator<T, string?> Validator<T>(Func<T, IEnumerable<string?>>? personal) => new(
        (request, password, context) => password is null || context.Tell(Check(password, context.PropertyPath, personal?.Invoke(request) ?? [])),
        new() { MinLength = policy.MinLength, MaxLength = PasswordPolicy.MaxLength, Format = "password", Example = "Gl4ss bridges hum" });

    // Of an email address, only the local part is personal. A name that is too long is refused and never known.
    private static IEnumerable<string> Words(string? text)
    {
        if (text is not null && !Nfc.Fits(text, EmailAddress.MaxLength))
        {
            return [];
        }

        var name = EmailAddress.TryParse(text, out var address) ? address.Value.Value.Split('@')[0] : Nfc.Of(text ?? "");
        return Parts(name).Append(name.Trim()).Where(word => word.EnumerateRunes().Count() >= MinWordLength);
    }

    private static IEnumerable<string> Parts(string text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || !char.IsLetterOrDigit(text[i]))
            {
                yield return text[start..i];
                start = i + 1;
            }
        }
    }
}
