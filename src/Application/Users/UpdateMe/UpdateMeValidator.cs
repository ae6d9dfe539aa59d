using FluentValidation;
using Mapster;

namespace CleanApi.Application.Users;

internal sealed class UpdateMeValidator : AbstractValidator<UpdateMe>
{
    private static readonly UserPatchValidator Patch = new();

    public UpdateMeValidator() => RuleFor(command => command).Custom((command, context) =>
    {
        foreach (var failure in Patch.Validate(command.Adapt<UserPatch>()).Errors)
        {
            context.AddFailure(failure);
        }
    });
}
