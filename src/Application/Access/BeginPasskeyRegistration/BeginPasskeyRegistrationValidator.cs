using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class BeginPasskeyRegistrationValidator : AbstractValidator<BeginPasskeyRegistration>
{
    public BeginPasskeyRegistrationValidator() => RuleFor(request => request.CurrentPassword)
        .MaximumLength(Login.MaxPasswordLength).WithErrorCode(FieldCodes.TooLong).WithMessage("Password too long");
}
