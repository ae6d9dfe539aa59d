using CleanApi.Application.Common.Validation;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class CompleteExternalRegistrationValidator : AbstractValidator<CompleteExternalRegistration>
{
    public CompleteExternalRegistrationValidator() => RuleFor(request => request.Token).TokenRule();
}
