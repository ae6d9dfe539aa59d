using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Access;

/// <summary>The rules that the requests of an external sign-in share.</summary>
internal static class ExternalRules
{
    /// <summary>A path of this site, or none.</summary>
    public static IRuleBuilderOptions<T, string?> ReturnUrlRule<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Must(text => text is null || ReturnUrl.IsLocal(text)).WithErrorCode(FieldCodes.InvalidFormat)
            .WithMessage($"Must be a path of this site that begins with one slash, at most {ReturnUrl.MaxLength} characters");

    /// <summary>What a provider sends in an address, or nothing.</summary>
    public static IRuleBuilderOptions<T, string?> ParameterRule<T>(this IRuleBuilderInitial<T, string?> rule, int maxLength) =>
        rule.MaximumLength(maxLength).WithErrorCode(FieldCodes.TooLong).WithMessage($"Must have at most {maxLength} characters");
}
