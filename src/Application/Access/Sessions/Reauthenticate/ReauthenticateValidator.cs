using System.Text.Json;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class ReauthenticateValidator : AbstractValidator<Reauthenticate>
{
    private const string OneProof = "Give one proof only";

    public ReauthenticateValidator()
    {
        RuleFor(request => request.Password).GivenPasswordRule();
        When(request => request is { Password: null, Code: null, Token: null, Credential: null }, () => RuleFor(request => request.Password).NotNull()
            .WithErrorCode(FieldCodes.InvalidValue).WithMessage("Give your password, a code or a passkey"));
        RuleFor(request => request.Code).Cascade(CascadeMode.Stop).GivenCodeRule()
            .Must((request, code) => code is null || request.Password is null).WithErrorCode(FieldCodes.InvalidValue).WithMessage(OneProof);
        When(request => request.HasCredential || request.Token is not null, () =>
        {
            RuleFor(request => request.Token).ChallengeTokenRule();
            RuleFor(request => request.Credential).Cascade(CascadeMode.Stop)
                .Must(json => json is not null).WithErrorCode(FieldCodes.Required).WithMessage("Credential is required")
                .Must(json => json!.Value.ValueKind == JsonValueKind.Object).WithErrorCode(FieldCodes.InvalidType).WithMessage("Must be an object")
                .Must((request, _) => request.Password is null && request.Code is null).WithErrorCode(FieldCodes.InvalidValue).WithMessage(OneProof);
        });
    }
}
