using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Posts;
using FluentValidation;

namespace CleanApi.Application.Posts;

internal sealed class CreatePostValidator : AbstractValidator<CreatePost>
{
    public CreatePostValidator()
    {
        RuleFor(command => command.Title).NotNull().WithErrorCode(FieldCodes.Required).WithMessage("Title is required");
        When(command => command.Title is not null, () => RuleFor(command => command.Title).NameRule(Post.TitleRule));
        RuleFor(command => command.Body).TextRule(Post.MaxBodyLength);
    }
}
