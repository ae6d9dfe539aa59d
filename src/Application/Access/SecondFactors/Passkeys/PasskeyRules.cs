using System.Text.Json;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using FluentValidation;
using FluentValidation.Results;

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

    /// <summary>A PublicKeyCredential with its main members (WebAuthn Level 3, section 5.1); the ceremony validates what they hold.</summary>
    public static IRuleBuilderOptionsConditions<T, JsonElement> CredentialRule<T>(this IRuleBuilderInitial<T, JsonElement> rule) =>
        rule.Cascade(CascadeMode.Stop)
            .Must(json => json.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
            .WithErrorCode(FieldCodes.Required).WithMessage("Credential is required")
            .Must(json => json.ValueKind == JsonValueKind.Object).WithErrorCode(FieldCodes.InvalidType).WithMessage("Must be an object")
            .Custom((json, context) =>
            {
                Require(json, "id", JsonValueKind.String, context.PropertyPath, context);
                Require(json, "rawId", JsonValueKind.String, context.PropertyPath, context);
                Require(json, "type", JsonValueKind.String, context.PropertyPath, context);
                if (Require(json, "response", JsonValueKind.Object, context.PropertyPath, context))
                {
                    Require(json.GetProperty("response"), "clientDataJSON", JsonValueKind.String, $"{context.PropertyPath}.response", context);
                }
            });

    private static bool Require<T>(JsonElement json, string name, JsonValueKind kind, string path, ValidationContext<T> context)
    {
        var found = json.TryGetProperty(name, out var member) ? member.ValueKind : JsonValueKind.Undefined;
        if (found == kind)
        {
            return true;
        }

        var (code, message) = found == JsonValueKind.Undefined
            ? (FieldCodes.Required, "A credential has this member")
            : (FieldCodes.InvalidType, kind == JsonValueKind.Object ? "Must be an object" : "Must be a string");
        context.AddFailure(new ValidationFailure($"{path}.{name}", message) { ErrorCode = code });
        return false;
    }
}
