using System.Text.Json;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Access;

/// <summary>Shared validation rules of passkey requests.</summary>
internal static class PasskeyRules
{
    /// <summary>A one-time token.</summary>
    public static IRuleBuilderOptions<T, string?> ChallengeTokenRule<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Cascade(CascadeMode.Stop)
            .NotEmpty().WithErrorCode(FieldCodes.Required).WithMessage("Token is required")
            .Must(
                token => token!.Length <= SecondFactorRules.MaxTokenLength,
                new() { MaxLength = SecondFactorRules.MaxTokenLength, Example = "tok_mT6mT0v3cXh1l0tJq2nK8oR5sW7yZ4aB9dE1fG3hI5k" })
            .WithErrorCode(FieldCodes.TooLong).WithMessage("Token too long");

    /// <summary>A JSON object; the ceremony validates its content.</summary>
    public static IRuleBuilderOptions<T, JsonElement> CredentialRule<T>(this IRuleBuilderInitial<T, JsonElement> rule) =>
        rule.Cascade(CascadeMode.Stop)
            .Must(json => json.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
            .WithErrorCode(FieldCodes.Required).WithMessage("Credential is required")
            .Must(json => json.ValueKind == JsonValueKind.Object).WithErrorCode(FieldCodes.InvalidType).WithMessage("Must be an object");
}
