using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using FluentValidation.Results;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Application.Access;

/// <summary>What is asked of a new password: the policy's form, that it is not a common one, and that it does not hold what everybody knows of the person.</summary>
/// <param name="policy">The form.</param>
/// <param name="common">The common ones.</param>
[Service(ServiceLifetime.Singleton)]
internal sealed class PasswordRules(PasswordPolicy policy, ICommonPasswords common)
{
    // Shorter parts of names are parts of too many words: Ann, Lee.
    private const int MinWordLength = 4;

    private const string Service = "cleanapi";

    /// <summary>All that is wrong with it, each with a message of its own; empty when nothing is.</summary>
    /// <param name="password">The password as typed.</param>
    /// <param name="field">The field of the request, camelCase.</param>
    /// <param name="personal">What everybody knows of the person: address, name, organization.</param>
    public IReadOnlyList<ErrorDetail> Check(string password, string field, params IEnumerable<string?> personal)
    {
        List<ErrorDetail> errors = [.. policy.Check(password, field)];
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

    /// <summary>The rules for a field of a request; whether it is there comes first.</summary>
    public void Apply<T>(ValidationContext<T> context, string? password, params IEnumerable<string?> personal)
    {
        if (password is null)
        {
            context.AddFailure(Failure(context.PropertyPath, FieldCodes.Required, "Password is required"));
            return;
        }

        foreach (var error in Check(password, context.PropertyPath, personal))
        {
            context.AddFailure(Failure(context.PropertyPath, error.Code, error.Message));
        }
    }

    private static ValidationFailure Failure(string field, string code, string message) => new(field, message) { ErrorCode = code };

    // An address without its host, which says where the mailbox is and not whose.
    private static IEnumerable<string> Words(string? text)
    {
        var told = EmailAddress.TryParse(text, out var address) ? address.Value.Value.Split('@')[0] : text ?? "";
        return Parts(told).Append(told.Trim()).Where(word => word.EnumerateRunes().Count() >= MinWordLength);
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
