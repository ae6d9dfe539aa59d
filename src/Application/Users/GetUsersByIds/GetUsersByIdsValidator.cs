using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Users;

internal sealed class GetUsersByIdsValidator : AbstractValidator<GetUsersByIds>
{
    public GetUsersByIdsValidator() =>
        RuleFor(query => query.Ids.Count).LessThanOrEqualTo(PageLimits.MaxLimit)
            .WithErrorCode(FieldCodes.OutOfRange).WithMessage($"At most {PageLimits.MaxLimit} ids").OverridePropertyName("ids");
}
