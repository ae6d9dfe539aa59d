using Ardalis.Specification;

namespace CleanApi.Libs.UnitTests;

public sealed class PersonNameByIdSpecification : SingleResultSpecification<Person, string>
{
    public PersonNameByIdSpecification(int id) => Query.Where(person => person.Id == id).Select(person => person.Name);
}
