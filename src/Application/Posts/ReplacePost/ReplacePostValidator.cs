using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Posts;
using FluentValidation;

namespace CleanApi.Application.Posts;

internal sealed class ReplacePostValidator : AbstractValidator<ReplacePost>
{
    public ReplacePostValidator()
    {
        RuleFor(command => command.Title).NameRule(Post.TitleRule);
        RuleFor(command => command.Body).TextRule(Post.BodyRule);
        RuleFor(command => command.Status.Value).KnownRule();
        // None of these is ever null.
        When(command => command.Status.IsPresent, () => RuleFor(command => command.Status.Value).NotNull().WithErrorCode(FieldCodes.ReadOnly).WithMessage(PostErrors.ReadOnlyMessage));
        When(command => command.CreatedAt.IsPresent, () => RuleFor(command => command.CreatedAt.Value).NotNull().WithErrorCode(FieldCodes.ReadOnly).WithMessage(PostErrors.ReadOnlyMessage));
        When(command => command.UpdatedAt.IsPresent, () => RuleFor(command => command.UpdatedAt.Value).NotNull().WithErrorCode(FieldCodes.ReadOnly).WithMessage(PostErrors.ReadOnlyMessage));
    }
}
