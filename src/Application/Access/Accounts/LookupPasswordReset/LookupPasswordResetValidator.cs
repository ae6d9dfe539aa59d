using CleanApi.Application.Common.Validation;
using FluentValidation;

namespace CleanApi.Application.Access;

internal sealed class LookupPasswordResetValidator : AbstractValidator<LookupPasswordReset>
{
    public LookupPasswordResetValidator() => RuleFor(request => request.Token).TokenRule();
}
