using System.Linq.Expressions;
using System.Reflection;
using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Common.Validation;

/// <summary>
/// The shape that every list query shares, and that of the parameters whose name or type says it: <c>Search</c>, and one of the names of an enum. A list
/// with rules of its own derives from it; the others are validated by it alone.
/// </summary>
/// <typeparam name="T">The query.</typeparam>
internal class PagedQueryValidator<T> : AbstractValidator<T>
    where T : PagedQuery
{
    private static readonly MethodInfo EnumRule =
        typeof(PagedQueryValidator<T>).GetMethod(nameof(AddKnownRule), BindingFlags.NonPublic | BindingFlags.Instance)!;

    public PagedQueryValidator()
    {
        var orders = SortedByAttribute.NamesOf(typeof(T));
        RuleFor(query => query.Limit).RangeRule(1, PageLimits.MaxLimit);
        RuleFor(query => query.Page).RangeRule(1, PageLimits.MaxPage);
        RuleFor(query => query.Page).Null().When(query => query.Cursor is not null)
            .WithErrorCode(FieldCodes.Conflict).WithMessage("Send page or cursor, not both");
        RuleFor(query => query.Cursor)
            .SetValidator(new DocumentedValidator<T, string?>(
                (query, cursor, context) => cursor is null || IsCursor(query, cursor, context.IsOfPart()), new() { MaxLength = Cursor.MaxLength }))
            .WithErrorCode(FieldCodes.InvalidCursor).WithMessage(Cursor.Message);
        RuleFor(query => query.OrderBy).Must(order => orders.Contains(order, StringComparer.Ordinal), new() { Enum = orders })
            .WithErrorCode(FieldCodes.InvalidValue).WithMessage($"Must be one of {string.Join(", ", orders)}");
        RuleFor(query => query.OrderDir)
            .Must(direction => direction is PageLimits.Ascending or PageLimits.Descending, new() { Enum = [PageLimits.Ascending, PageLimits.Descending] })
            .WithErrorCode(FieldCodes.InvalidValue).WithMessage("Must be asc or desc");
        foreach (var property in ListParameter.Of(typeof(T)).Select(parameter => parameter.Property))
        {
            if (property is { Name: ListParameterNames.Search })
            {
                RuleFor(Reader<string?>(property)).SearchRule();
            }
            else if ((Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType).IsEnum)
            {
                EnumRule.MakeGenericMethod(property.PropertyType).Invoke(this, [property]);
            }
        }
    }

    /// <summary>Whether a cursor is one of this list.</summary>
    /// <param name="query">The query that it was sent with.</param>
    /// <param name="cursor">The cursor.</param>
    /// <param name="isOfPart">Whether the filter is not known that it belongs to, so that its form alone can be judged.</param>
    protected virtual bool IsCursor(T query, string cursor, bool isOfPart) => isOfPart ? Cursor.IsWellFormed(cursor) : Cursor.IsOf(query);

    private static Expression<Func<T, TValue>> Reader<TValue>(PropertyInfo property)
    {
        var query = Expression.Parameter(typeof(T), "query");
        return Expression.Lambda<Func<T, TValue>>(Expression.Property(query, property), query);
    }

    private void AddKnownRule<TEnum>(PropertyInfo property) => RuleFor(Reader<TEnum>(property)).KnownRule();
}
