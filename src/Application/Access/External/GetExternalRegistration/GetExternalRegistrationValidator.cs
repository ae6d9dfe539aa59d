using CleanApi.Application.Common.Validation;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class GetExternalRegistrationValidator : AbstractValidator<GetExternalRegistration>
{
    public GetExternalRegistrationValidator() => RuleFor(request => request.Token).TokenRule();
}
