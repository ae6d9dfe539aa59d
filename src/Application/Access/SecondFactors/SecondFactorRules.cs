using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Access;

/// <summary>The rules that several requests about second factors share.</summary>
public static class SecondFactorRules
{
    /// <summary>Characters of a code that are looked at.</summary>
    public const int MaxCodeLength = 50;

    /// <summary>Characters of a token that are looked at.</summary>
    public const int MaxTokenLength = 100;

    /// <summary>A code has to be there.</summary>
    internal static IRuleBuilderOptions<T, string?> CodeRule<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Cascade(CascadeMode.Stop)
            .Must(code => !string.IsNullOrWhiteSpace(code)).WithErrorCode(FieldCodes.Required).WithMessage("Code is required")
            .MaximumLength(MaxCodeLength).WithErrorCode(FieldCodes.TooLong).WithMessage("Code too long");

    /// <summary>A code may be there.</summary>
    internal static IRuleBuilderOptions<T, string?> GivenCodeRule<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.MaximumLength(MaxCodeLength).WithErrorCode(FieldCodes.TooLong).WithMessage("Code too long");

    /// <summary>A password may be there.</summary>
    internal static IRuleBuilderOptions<T, string?> GivenPasswordRule<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.MaximumLength(Login.MaxPasswordLength).WithErrorCode(FieldCodes.TooLong).WithMessage("Password too long");
}
