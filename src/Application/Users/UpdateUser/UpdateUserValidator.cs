using FluentValidation;

namespace CleanApi.Application.Users;

internal sealed class UpdateUserValidator : AbstractValidator<UpdateUser>
{
    public UpdateUserValidator() => RuleFor(command => command.Patch).SetValidator(new UserPatchValidator()).OverridePropertyName("");
}
