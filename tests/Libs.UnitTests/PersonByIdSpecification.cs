using Ardalis.Specification;

namespace CleanApi.Libs.UnitTests;

public sealed class PersonByIdSpecification : SingleResultSpecification<Person>
{
    public PersonByIdSpecification(int id) => Query.Where(person => person.Id == id);
}
