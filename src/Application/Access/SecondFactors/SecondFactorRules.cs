using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Access;

/// <summary>Shared validation rules of second factor requests.</summary>
public static class SecondFactorRules
{
    /// <summary>Maximum characters of a code.</summary>
    public const int MaxCodeLength = 50;

    /// <summary>Maximum characters of a token.</summary>
    public const int MaxTokenLength = 100;

    /// <summary>A required code.</summary>
    internal static IRuleBuilderOptions<T, string?> CodeRule<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Cascade(CascadeMode.Stop)
            .Must(code => !string.IsNullOrWhiteSpace(code), new() { MinLength = 1, Example = "287082" })
            .WithErrorCode(FieldCodes.Required).WithMessage("Code is required")
            .GivenCodeRule();

    /// <summary>An optional code.</summary>
    internal static IRuleBuilderOptions<T, string?> GivenCodeRule<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(MaxCodeLength).WithErrorCode(FieldCodes.TooLong).WithMessage("Code too long");

    /// <summary>An optional password.</summary>
    internal static IRuleBuilderOptions<T, string?> GivenPasswordRule<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(
                password => password is null || password.Length <= Login.MaxPasswordLength,
                new() { MaxLength = Login.MaxPasswordLength, Format = "password", Example = "Passw0rd!demo" })
            .WithErrorCode(FieldCodes.TooLong).WithMessage("Password too long");
}
