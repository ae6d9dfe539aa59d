using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class BeginExternalSignInValidator : AbstractValidator<BeginExternalSignIn>
{
    public BeginExternalSignInValidator() => RuleFor(request => request.ReturnUrl).ReturnUrlRule();
}
