using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class DeletePasskeyValidator : AbstractValidator<DeletePasskey>
{
    public DeletePasskeyValidator()
    {
        RuleFor(request => request.CurrentPassword).GivenPasswordRule();
        RuleFor(request => request.Code).GivenCodeRule();
    }
}
