using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Access;

/// <summary>Shared validation rules of external sign-ins.</summary>
internal static class ExternalRules
{
    /// <summary>Null or a local path.</summary>
    public static IRuleBuilderOptions<T, string?> ReturnUrlRule<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Must(text => text is null || ReturnUrl.IsLocal(text), new() { Pattern = $@"^/(?!/)[!-\[\]-~]{{0,{ReturnUrl.MaxLength - 1}}}$" })
            .WithErrorCode(FieldCodes.InvalidFormat)
            .WithMessage($"Must be a path of this site that begins with one slash, at most {ReturnUrl.MaxLength} characters");

    /// <summary>Null or a query parameter of limited length.</summary>
    public static IRuleBuilderOptions<T, string?> ParameterRule<T>(this IRuleBuilderInitial<T, string?> rule, int maxLength) =>
        rule.MaximumLength(maxLength).WithErrorCode(FieldCodes.TooLong).WithMessage($"Must have at most {maxLength} characters");
}
