using CleanApi.Application.Common.Events;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Webhooks;
using FluentValidation;

namespace CleanApi.Application.Webhooks;

internal sealed class CreateWebhookValidator : AbstractValidator<CreateWebhook>
{
    public CreateWebhookValidator()
    {
        RuleFor(command => command.Url).WebhookUrlRule();
        RuleFor(command => command.EventTypes).Cascade(CascadeMode.Stop).EventTypesRule()
            .DependentRules(() => RuleForEach(command => command.EventTypes).NotNull().WithErrorCode(FieldCodes.Required).WithMessage("Name an event, or leave it out").EventTypeRule());
        RuleFor(command => command.Description).TextRule(WebhookEndpoint.DescriptionRule);
    }
}
