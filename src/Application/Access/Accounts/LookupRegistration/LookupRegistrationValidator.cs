using CleanApi.Application.Common.Validation;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class LookupRegistrationValidator : AbstractValidator<LookupRegistration>
{
    public LookupRegistrationValidator() => RuleFor(request => request.Token).TokenRule();
}
