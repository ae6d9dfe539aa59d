using CleanApi.Application.Common.Validation;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class LookupEmailChangeValidator : AbstractValidator<LookupEmailChange>
{
    public LookupEmailChangeValidator() => RuleFor(request => request.Token).TokenRule();
}
