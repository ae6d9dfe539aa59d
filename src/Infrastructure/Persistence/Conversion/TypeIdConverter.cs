using CleanApi.Domain.Common;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CleanApi.Infrastructure.Persistence.Conversion;

/// <summary>A typed id as <c>uuid</c>; closed over every id type when the model is built.</summary>
internal sealed class TypeIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Read(value))
    where TId : struct, ITypeId<TId>
{
    private static TId Read(Guid value) => TId.From(value);
}
